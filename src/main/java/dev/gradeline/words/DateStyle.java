package dev.gradeline.words;

/** How days are written for people. */
public enum DateStyle {
    /** As the locale writes them: short where there is little room, in full elsewhere. */
    LOCALE,
    /** 2026-11-28, and the time in 24 hours. */
    ISO,
    /** In figures, in the locale's order: 28/11/2026. */
    SHORT,
    /** With the month's whole name: 28 November 2026. */
    LONG
}
