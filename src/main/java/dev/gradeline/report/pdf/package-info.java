/** How the snapshot becomes a tagged PDF: fonts, pages, structure, tables, charts and its sections. */
@NullMarked
package dev.gradeline.report.pdf;

import org.jspecify.annotations.NullMarked;
