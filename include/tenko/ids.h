/*
 * Numbers that name things. Each kind is a type of its own, a struct of one integer, so that a
 * person cannot be passed for an account, nor a text for a key. `n` counts from 0 and indexes the
 * array of its kind.
 */
#ifndef TENKO_IDS_H
#define TENKO_IDS_H

#include <stdbool.h>
#include <stdint.h>

#define NO_INDEX UINT32_MAX /* of any kind: there is none */

/* A person in model->people, an account in its source's list, a system or device in the order of
 * the plan or the list. */
typedef struct {
    uint32_t n;
} person_ref;
typedef struct {
    uint32_t n;
} account_ref;
typedef struct {
    uint32_t n;
} system_ref;
typedef struct {
    uint32_t n;
} device_ref;

#define NOBODY     ((person_ref){NO_INDEX})
#define NO_ACCOUNT ((account_ref){NO_INDEX})
#define NO_SYSTEM  ((system_ref){NO_INDEX})
#define NO_DEVICE  ((device_ref){NO_INDEX})

static inline bool is_somebody(person_ref p) {
    return p.n != NO_INDEX;
}
static inline bool is_account(account_ref a) {
    return a.n != NO_INDEX;
}
static inline bool is_system(system_ref s) {
    return s.n != NO_INDEX;
}
static inline bool is_device(device_ref d) {
    return d.n != NO_INDEX;
}

#endif
