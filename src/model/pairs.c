/* A hash of two 32-bit keys to one value: open addressing, never more than half full. */
#include "seal.h"

#include <stdlib.h>

enum { FIRST_CAPACITY = 64 };

/* Never 0, which marks a free place: NO_INDEX, NO_INDEX does not occur as a key. */
static uint64_t joined(uint32_t high, uint32_t low) {
    return ((uint64_t)high << 32 | low) + 1;
}

static uint32_t place_of(const struct pair_map *map, uint64_t key) {
    uint32_t mask = map->capacity - 1;
    uint32_t i = (uint32_t)((key * UINT64_C(0x9E3779B97F4A7C15)) >> 32) & mask;
    while (map->keys[i] && map->keys[i] != key)
        i = (i + 1) & mask;
    return i;
}

static void grow(struct pair_map *map) {
    struct pair_map old = *map;
    map->capacity = old.capacity ? old.capacity * 2 : FIRST_CAPACITY;
    map->keys = memory_zeroed(map->capacity, sizeof *map->keys);
    map->values = memory_zeroed(map->capacity, sizeof *map->values);
    for (uint32_t i = 0; i < old.capacity; i++) {
        if (old.keys[i]) {
            uint32_t place = place_of(map, old.keys[i]);
            map->keys[place] = old.keys[i];
            map->values[place] = old.values[i];
        }
    }
    free(old.keys);
    free(old.values);
}

uint32_t pair_map_put(struct pair_map *map, uint32_t high, uint32_t low, uint32_t value) {
    if (map->count * 2 >= map->capacity)
        grow(map);
    uint64_t key = joined(high, low);
    uint32_t place = place_of(map, key);
    if (!map->keys[place]) {
        map->keys[place] = key;
        map->values[place] = value;
        map->count++;
    }
    return map->values[place];
}

uint32_t pair_map_get(const struct pair_map *map, uint32_t high, uint32_t low) {
    if (!map->count)
        return NO_INDEX;
    uint64_t key = joined(high, low);
    uint32_t place = place_of(map, key);
    return map->keys[place] ? map->values[place] : NO_INDEX;
}

void pair_map_release(struct pair_map *map) {
    free(map->keys);
    free(map->values);
    memset(map, 0, sizeof *map);
}
