/* Names, headings and places of the license figures, in the order of licenses.csv. */
#include "figures.h"

#define AT(member) offsetof(struct license_figures, member)
#define COUNT(name, heading)                                                                       \
    { #name, heading, AT(name), FIGURE_COUNT }

const struct figure license_figure_table[LICENSE_FIGURES] = {
    COUNT(purchased, MSG_HEAD_PURCHASED),
    COUNT(assigned, MSG_HEAD_ASSIGNED),
    COUNT(active, MSG_HEAD_ACTIVE),
    COUNT(never_used, MSG_HEAD_NEVER_USED),
    COUNT(idle, MSG_HEAD_IDLE),
    COUNT(usage_unknown, MSG_HEAD_USAGE_UNKNOWN),
    COUNT(held_by_leavers, MSG_HEAD_HELD_BY_LEAVERS),
    COUNT(held_by_unknown, MSG_HEAD_HELD_BY_UNKNOWN),
    COUNT(duplicates, MSG_HEAD_DUPLICATES),
    COUNT(unassigned, MSG_HEAD_UNASSIGNED),
    COUNT(reclaimable, MSG_HEAD_RECLAIMABLE),
    {"utilization", MSG_HEAD_UTILIZATION, AT(utilization_permille), FIGURE_PERCENT},
    {"yearly_waste", MSG_HEAD_YEARLY_WASTE, AT(yearly_waste_cents), FIGURE_MONEY},
    COUNT(suggested_quantity, MSG_HEAD_SUGGESTED_QUANTITY),
};

int64_t license_figure(const struct license_figures *figures, const struct figure *figure) {
    int64_t value;
    memcpy(&value, (const char *)figures + figure->offset, sizeof value);
    return value;
}
