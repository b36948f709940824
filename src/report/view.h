/* What reporters are given. Const, from any thread. */
#ifndef TENKO_REPORT_VIEW_H
#define TENKO_REPORT_VIEW_H

#include "tenko/report.h"

struct tally;      /* tally.h */
struct addressees; /* addressees.h */
struct leavers;    /* leavers.h */
struct seats;      /* seats.h */
struct reclaim;    /* reclaim.h */
struct shares;     /* shares.h */
struct stems;      /* stems.h */

struct view {
    const struct run_record *record;
    enum language language;
    unsigned threads;
    bool waits_for_disk;
    const char *directory;               /* as the caller named it; for messages */
    const struct tally *tally;           /* the exceptions, counted */
    const struct addressees *addressees; /* NULL unless departments/ is written */
    const struct leavers *leavers;       /* who left, and where they still are */
    const struct seats *seats;           /* where those of each license stand */
    const struct reclaim *reclaim;       /* seats that could be taken back, the surest first */
    const struct shares *shares;         /* what each department has of each license */
    const struct stems *systems;         /* file names in inventory/; NULL unless it is written */
};

static inline struct exception_record view_exception(const struct view *view, size_t i) {
    struct exception_record e;
    view->record->rows->exception(view->record->from, i, &e);
    return e;
}

#endif
