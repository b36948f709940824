/* What init found, counted. */
#include "init_items.h"

enum { MOST_SECTIONS = 10 };

size_t init_items_count(const struct recognised_items *all, enum record record) {
    size_t count = 0;
    for (size_t i = 0; i < all->count; i++)
        count += all->items[i].record == record;
    return count;
}

bool directory_is_system(const struct recognised_items *all) {
    return all->directory && init_items_count(all, RECORD_PERSON) > 0;
}

bool init_register_is_due(const struct recognised_items *all) {
    return init_items_count(all, RECORD_SYSTEM) == 0 &&
           init_items_count(all, RECORD_ACCOUNT) > MOST_SECTIONS;
}
