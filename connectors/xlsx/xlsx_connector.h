/* Excel workbooks (.xlsx, Office Open XML), a sheet of which is a list. */
#ifndef TENKO_XLSX_CONNECTOR_H
#define TENKO_XLSX_CONNECTOR_H

#include "tenko/connector.h"

extern const struct connector xlsx_connector;

#endif
