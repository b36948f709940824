/* The csv connector: delimited text files, read by libcsv. */
#ifndef TENKO_CSV_CONNECTOR_H
#define TENKO_CSV_CONNECTOR_H

#include "tenko/connector.h"

extern const struct connector csv_connector;

#endif
