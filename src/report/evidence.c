/* Evidence in a cell: "key=value; key=value". */
#include "evidence.h"

#include "tenko/sink.h"

static void add_fact(struct sink *out, const struct evidence *v) {
    char day[11];
    sink_text(out, v->key);
    sink_char(out, '=');
    switch (v->type) {
    case EVIDENCE_TEXT:
        sink_span(out, v->text);
        break;
    case EVIDENCE_DATE:
        date_format(v->day, day);
        sink_text(out, day);
        break;
    case EVIDENCE_NUMBER:
        sink_number(out, v->number);
        break;
    case EVIDENCE_TEXTS:
        for (uint32_t i = 0; i < v->texts.count; i++) {
            if (i)
                sink_text(out, ", ");
            sink_span(out, v->texts.items[i]);
        }
        break;
    }
}

void evidence_write(const struct exception_record *e, enum language lang, struct strbuf *text) {
    (void)lang;
    struct sink out;
    sink_to_memory(&out, text);
    for (uint32_t i = 0; i < e->evidence_count; i++) {
        if (i)
            sink_text(&out, "; ");
        add_fact(&out, &e->evidence[i]);
    }
}
