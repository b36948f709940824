/* The table of all connectors. A new one is a folder beside this file and a row here. */
#include "tenko/connector.h"

#include "tenko/file_kind.h"

#include "csv/csv_connector.h"
#include "ldap/ldap_connector.h"
#include "xlsx/xlsx_connector.h"

#include <errno.h>

const struct connector *const connectors[] = {&csv_connector, &xlsx_connector, &ldap_connector};
const size_t connector_count = sizeof connectors / sizeof *connectors;

const struct connector *connector_find(const char *name) {
    for (size_t i = 0; i < connector_count; i++)
        if (strcmp(connectors[i]->name, name) == 0)
            return connectors[i];
    return NULL;
}

void source_find_connector(struct source_spec *spec) {
    const char *option = source_option(spec, "path");
    char *path = option ? source_path(spec, option) : NULL;
    enum file_kind kind = FILE_TEXT;
    spec->look_error = !path || file_kind_of(path, &kind) ? 0 : errno;
    spec->connector = kind == FILE_XLSX ? &xlsx_connector : &csv_connector;
    free(path);
}
