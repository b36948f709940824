/* The functions of the reporter table, and what tells them about an exception's row. */
#ifndef TENKO_REPORT_REPORTERS_H
#define TENKO_REPORT_REPORTERS_H

#include "tenko/report.h"

extern const struct exceptions_writer exceptions_csv, exceptions_jsonl, exceptions_by_department;
void write_licenses_csv(const struct view *view, struct sink *out);
void write_systems_csv(const struct view *view, struct sink *out);
void write_issues_csv(const struct view *view, struct sink *out);
void write_summary_json(const struct view *view, struct sink *out);
void write_manifest_json(const struct view *view, struct sink *out);

/* The DN of the exception's row, empty where the source is a file. */
struct span exception_dn(const struct exception *e);

#endif
