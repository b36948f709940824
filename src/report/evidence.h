/* The facts behind an exception as people read them. */
#ifndef TENKO_REPORT_EVIDENCE_H
#define TENKO_REPORT_EVIDENCE_H

#include "tenko/record.h"

void evidence_write(const struct exception_record *e, enum language lang, struct strbuf *text);

#endif
