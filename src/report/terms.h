/* The words of enums and stable names in the report's language, for the files people read. */
#ifndef TENKO_REPORT_TERMS_H
#define TENKO_REPORT_TERMS_H

#include "tenko/record.h"

enum message_id severity_term(enum severity s);
enum message_id lifecycle_term(enum lifecycle l);
enum message_id target_kind_term(enum target_kind k);
enum message_id input_kind_term(enum input_kind k);

/* Names that a record has as text; one that no row knows stands for itself. */
struct span action_term(struct span action, enum language lang);
struct span decision_term(struct span decision, enum language lang);
struct span kind_term(struct span account_kind, enum language lang);
struct span state_term(struct span person_state, enum language lang);
struct span matched_by_term(struct span step, enum language lang);
struct span seat_term(struct span verdict, enum language lang);
/* A word in a fact: yes, no, a kind or a state. */
struct span look_term(struct span look, enum language lang); /* of evidence looks_like */
struct span word_term(struct span word, enum language lang);

#endif
