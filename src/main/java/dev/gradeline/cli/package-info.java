/** The command line: a contract that scripts rely on. */
@NullMarked
package dev.gradeline.cli;

import org.jspecify.annotations.NullMarked;
