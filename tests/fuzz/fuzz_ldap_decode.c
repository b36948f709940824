/*
 * Any bytes as a value of a directory, in every manner of writing, and as a DN. What is decoded is
 * UTF-8 where the value was, a day is a day, and what is none or garbage appends nothing.
 */
#include "../../connectors/ldap/ldap_decode.h"
#include "fuzz.h"

#include "tenko/dn.h"
#include "tenko/encoding.h"

static const struct {
    ldap_decoder *decode;
    bool is_day;
} decoders[] = {{decode_filetime, true},
                {decode_generalized_time, true},
                {decode_filetime_end, true},
                {decode_generalized_end, true},
                {decode_shadow_days, true},
                {decode_shadow_end, true},
                {decode_account_control, false},
                {decode_lock_flag, false},
                {decode_locked_time, false},
                {decode_unlock_time, false},
                {decode_lockout, false},
                {decode_flag, false},
                {decode_dn, false},
                {decode_gecos, false},
                {decode_text, false}};

/* yyyy-mm-dd: whether that is a day of a list, intake says. */
static void check_day(struct span text) {
    FUZZ_ASSERT(text.n == 10);
    for (size_t i = 0; i < text.n; i++)
        FUZZ_ASSERT(i == 4 || i == 7 ? text.p[i] == '-' : text.p[i] >= '0' && text.p[i] <= '9');
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    static const struct zone *zone;
    static struct arena arena;
    struct span value = {(const char *)data, size};
    struct strbuf out = {0};
    if (!zone)
        zone = zone_load(&arena, "Asia/Tokyo");
    bool is_utf8 = utf8_valid_prefix(value) == value.n;
    for (size_t i = 0; i < sizeof decoders / sizeof *decoders; i++) {
        strbuf_clear(&out);
        enum decoded decoded = decoders[i].decode(value, zone, &out);
        FUZZ_ASSERT(decoded == DECODED_VALUE || out.n == 0);
        if (decoded == DECODED_VALUE && decoders[i].is_day)
            check_day(strbuf_span(&out));
        if (is_utf8 && decoders[i].decode != decode_dn) /* escaped bytes may be anything */
            FUZZ_ASSERT(utf8_valid_prefix(strbuf_span(&out)) == out.n);
    }
    strbuf_clear(&out);
    dn_key(value, &out);
    strbuf_release(&out);
    return 0;
}
