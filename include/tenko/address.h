/* Mail addresses as lists hold them: several in a cell, with names, prefixes and other things. */
#ifndef TENKO_ADDRESS_H
#define TENKO_ADDRESS_H

#include "tenko/strbuf.h"

/*
 * The next address of a cell, which is moved behind it: cut at ; , + blanks and line ends, freed of
 * SMTP:, mailto:, user:, a domain (AzureAD\a@x) and brackets, out of `"name" <address>`. X500:,
 * sip:, SPO: and words without @ are none. False at the end. *out points into the cell: fold it
 * (FOLD_ID) to compare.
 *     while (address_next(&cell, &address)) …
 */
bool address_next(struct span *cell, struct span *out);

/*
 * Of a guest's user ID the address that it was made of: user_example.com#EXT#@tenant →
 * user@example.com. The last _ stands for the @; false if the text is no guest's.
 */
bool address_of_guest(struct span user_id, struct strbuf *out);

#endif
