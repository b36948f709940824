/* docs/RULES.md, and what tenko-rules(7) says: written from the table of rules. */
#ifndef TENKO_MAN_RULES_DOCUMENT_H
#define TENKO_MAN_RULES_DOCUMENT_H

#include "tenko/strbuf.h"

void rules_document(struct strbuf *out, bool is_japanese);

#endif
