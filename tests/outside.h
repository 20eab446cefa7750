/* Programs of others that tests ask whether we are right. A test whose program is not installed is skipped, with a word. */
#ifndef NG_TESTS_OUTSIDE_H
#define NG_TESTS_OUTSIDE_H

#include <glib.h>
#include <stdbool.h>

/* Runs `argv`, found as the shell finds it, with the bytes of `input` (which may be NULL). Its standard output, owned; NULL, with what it said on
 * standard error in `complaint`, when it cannot be run or does not end with 0. `out_bytes` and `complaint` may be NULL. */
char *ng_outside(const char *const *argv, const char *input, gsize in_bytes, gsize *out_bytes, char **complaint);

/* Whether such a program is there. */
bool ng_outside_has(const char *program);

/* The interpreter of Python that knows `module`, static; or NULL. */
const char *ng_outside_python(const char *module);

/* Whether node finds `module`, a file of a package too. */
bool ng_outside_node(const char *module);
#define NG_OUTSIDE_MERMAID "mermaid/dist/mermaid.core.mjs"

/* Schemas as they are published, where Debian's packages put them: of KML 2.2 (python3-mapproxy) and of SVG 1.1 (w3c-sgml-lib). */
#define NG_OUTSIDE_KML_SCHEMA "/usr/share/python3-mapproxy/test/schemas/kml/2.2.0/ogckml22.xsd"
#define NG_OUTSIDE_SVG_DTD    "/usr/share/xml/w3c-sgml-lib/schema/dtd/REC-SVG11-20110816/svg11.dtd"

#endif
