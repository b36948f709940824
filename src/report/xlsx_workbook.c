/*
 * Workbooks: opened with their styles and properties, closed, hashed and listed among what was
 * written.
 */
#include "xlsx_cells.h"

#include "tenko/library.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

enum { DAY_SECONDS = 86400 };

static lxw_format *add_style(lxw_workbook *w, lxw_color_t fill, lxw_color_t ink, bool is_bold) {
    lxw_format *f = workbook_add_format(w);
    format_set_align(f, LXW_ALIGN_VERTICAL_TOP);
    format_set_bottom(f, LXW_BORDER_HAIR);
    format_set_bottom_color(f, 0xB0B8C0);
    if (is_bold)
        format_set_bold(f);
    if (fill) {
        format_set_pattern(f, LXW_PATTERN_SOLID);
        format_set_bg_color(f, fill);
    }
    if (ink)
        format_set_font_color(f, ink);
    return f;
}

/* Severities differ in bold and in how dark they are, so that they do in black and white too. */
static void add_styles(struct xlsx_book *b) {
    lxw_workbook *w = b->workbook;
    bool is_ja = b->view->language == LANG_JA;
    for (int i = 0; i < STYLE_COUNT; i++)
        b->styles[i] = NULL;
    b->styles[STYLE_TITLE] = add_style(w, 0, 0, true);
    format_set_font_size(b->styles[STYLE_TITLE], 14);
    format_set_bottom(b->styles[STYLE_TITLE], LXW_BORDER_NONE);
    b->styles[STYLE_HEADING] = add_style(w, 0xDDE3EA, 0, true);
    format_set_bottom(b->styles[STYLE_HEADING], LXW_BORDER_THIN);
    format_set_bottom_color(b->styles[STYLE_HEADING], 0x000000);
    format_set_text_wrap(b->styles[STYLE_HEADING]);
    b->styles[STYLE_TEXT] = add_style(w, 0, 0, false);
    format_set_num_format(b->styles[STYLE_TEXT], "@");
    b->styles[STYLE_WRAPPED] = add_style(w, 0, 0, false);
    format_set_num_format(b->styles[STYLE_WRAPPED], "@");
    format_set_text_wrap(b->styles[STYLE_WRAPPED]);
    b->styles[STYLE_NUMBER] = add_style(w, 0, 0, false);
    b->styles[STYLE_TENTHS] = add_style(w, 0, 0, false);
    format_set_num_format(b->styles[STYLE_TENTHS], "0.0");
    b->styles[STYLE_HUNDREDTHS] = add_style(w, 0, 0, false);
    format_set_num_format(b->styles[STYLE_HUNDREDTHS], "0.00");
    b->styles[STYLE_DATE] = add_style(w, 0, 0, false);
    format_set_num_format(b->styles[STYLE_DATE],
                          is_ja ? "yyyy\"年\"m\"月\"d\"日\"" : "yyyy\\-mm\\-dd");
    format_set_align(b->styles[STYLE_DATE], LXW_ALIGN_LEFT);
    b->styles[STYLE_CRITICAL] = add_style(w, 0x8B1A1A, 0xFFFFFF, true);
    b->styles[STYLE_HIGH] = add_style(w, 0xE8A33D, 0, true);
    b->styles[STYLE_MEDIUM] = add_style(w, 0xFBEEC2, 0, false);
    b->styles[STYLE_INFO] = add_style(w, 0, 0x555555, false);
    format_set_italic(b->styles[STYLE_INFO]);
}

static void set_properties(struct xlsx_book *b, struct span title) {
    const struct run_head *head = &b->view->record->head;
    struct strbuf organization = {0}, name = {0};
    strbuf_add_span(&organization, head->organization);
    strbuf_add_span(&name, title);
    /* Noon: in no zone another day. */
    lxw_doc_properties properties = {
        .title = name.p,
        .author = "Tenko",
        .company = organization.p,
        .created = (time_t)head->as_of * DAY_SECONDS + DAY_SECONDS / 2,
    };
    workbook_set_properties(b->workbook, &properties);
    strbuf_release(&organization);
    strbuf_release(&name);
}

void xlsx_book_open(struct xlsx_book *b, const struct view *view, int dir, const char *folder,
                    struct span stem) {
    char temporary[32];
    *b =
        (struct xlsx_book){.view = view, .dir = dir, .folder = folder, .rows_most = XLSX_ROWS_MOST};
    strbuf_add_span(&b->name, stem);
    strbuf_add_text(&b->name, ".xlsx");
    strbuf_addf(&b->path, "/proc/self/fd/%d/%s", dir, b->name.p);
    snprintf(temporary, sizeof temporary, "/proc/self/fd/%d", dir);
    lxw_workbook_options options = {.constant_memory = LXW_TRUE, .tmpdir = temporary};
    b->workbook = workbook_new_opt(b->path.p, &options);
    if (!b->workbook)
        memory_exhausted();
    add_styles(b);
    set_properties(b, stem);
}

/* The file is there; its hash is computed by reading it once more. Returns 0 or errno. */
static int list_file(const struct xlsx_book *b, struct written_file *out) {
    int fd = openat(b->dir, b->name.p, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
    if (fd < 0)
        return errno;
    int error = digest_file(fd, out->sha256, &out->bytes);
    if (!error && fchmod(fd, 0600) != 0)
        error = errno;
    close(fd);
    return error;
}

static int error_of(lxw_error error) {
    if (error == LXW_NO_ERROR)
        return 0;
    return errno ? errno : EIO;
}

/* The folder that is written has no path but one of /proc, which need not be there. */
static bool failed(const struct xlsx_book *b, int error, struct error *err) {
    if (error != ENOENT || access("/proc/self/fd", F_OK) == 0)
        return output_failed(err, error, b->view->directory, b->folder, b->name.p);
    return error_set(err, FAULT_OUTPUT, MSG_REPORT_NO_PROC, b->name.p, 0, NULL);
}

/* The library does not close a workbook without sheets, and leaves the sheets' files open where it
 * is not closed. Returns 0 or errno. */
static int close_workbook(struct xlsx_book *b) {
    if (b->error) {
        lxw_sheet *one;
        STAILQ_FOREACH(one, b->workbook->sheets, list_pointers)
        fclose(one->u.worksheet->optimize_tmpfile);
        lxw_workbook_free(b->workbook);
        return b->error;
    }
    library_enter();
    errno = 0;
    int error = error_of(workbook_close(b->workbook));
    library_leave();
    return error;
}

bool xlsx_book_close(struct xlsx_book *b, struct written_files *written, struct error *err) {
    struct written_file file = {.bytes = 0};
    int error = close_workbook(b);
    if (!error && b->failed)
        error = ENOSPC;
    if (!error)
        error = list_file(b, &file);
    if (error) {
        failed(b, error, err);
    } else {
        struct strbuf path = {0};
        strbuf_addf(&path, "%s%s", b->folder, b->name.p);
        file.name = path.p; /* the list owns it from here */
        vec_push(written, file);
    }
    strpool_release(&b->sheet_names);
    strbuf_release(&b->name);
    strbuf_release(&b->path);
    return error == 0;
}
