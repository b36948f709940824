/* The words of enums in the report's language, for the files people read. */
#ifndef TENKO_REPORT_TERMS_H
#define TENKO_REPORT_TERMS_H

#include "tenko/report.h"

enum message_id severity_term(enum severity s);
enum message_id action_term(enum action a);
enum message_id status_term(enum exception_status s);
enum message_id target_kind_term(enum target_kind k);

/* The word itself. */
struct span term(const struct view *view, enum message_id id);
/* The exception's id in 16 hex digits. */
#define ID_DIGITS 16
struct span exception_id_text(const struct exception *e, char out[ID_DIGITS + 1]);
/* "2026-03-31" into out, empty for DATE_NONE. */
struct span date_text(date d, char out[11]);

#endif
