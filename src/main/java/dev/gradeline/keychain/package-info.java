/** The operating system's keychain behind one small port, and the ladder keychain, session, environment. */
@NullMarked
package dev.gradeline.keychain;

import org.jspecify.annotations.NullMarked;
