/* Names, headings and places of the license figures. */
#include "figures.h"

#define FIGURE(field, heading)                                                                     \
    { #field, heading, offsetof(struct license_figures, field), false }

const struct figure license_figure_table[] = {
    FIGURE(purchased, MSG_HEAD_PURCHASED),
    FIGURE(assigned, MSG_HEAD_ASSIGNED),
    FIGURE(active, MSG_HEAD_ACTIVE),
    FIGURE(never_used, MSG_HEAD_NEVER_USED),
    FIGURE(idle, MSG_HEAD_IDLE),
    FIGURE(usage_unknown, MSG_HEAD_USAGE_UNKNOWN),
    FIGURE(held_by_leavers, MSG_HEAD_HELD_BY_LEAVERS),
    FIGURE(held_by_unknown, MSG_HEAD_HELD_BY_UNKNOWN),
    FIGURE(unassigned, MSG_HEAD_UNASSIGNED),
    FIGURE(reclaimable, MSG_HEAD_RECLAIMABLE),
    {"utilization", MSG_HEAD_UTILIZATION, offsetof(struct license_figures, utilization_permille),
     true},
    FIGURE(yearly_waste, MSG_HEAD_YEARLY_WASTE),
    FIGURE(suggested_quantity, MSG_HEAD_SUGGESTED_QUANTITY),
};
const size_t license_figure_count = sizeof license_figure_table / sizeof *license_figure_table;

int64_t license_figure(const struct view *view, size_t license, const struct figure *figure) {
    int64_t value;
    memcpy(&value, (const char *)&view->findings->licenses[license] + figure->offset, sizeof value);
    return value;
}
