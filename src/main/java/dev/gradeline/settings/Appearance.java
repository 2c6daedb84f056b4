package dev.gradeline.settings;

import dev.gradeline.settings.Settings.Language;
import dev.gradeline.settings.Settings.Theme;

/**
 * How the window looks and speaks.
 *
 * @param theme system, light or dark
 * @param language the system's, or one that Gradeline has words in
 * @param textPercent 90 to 150
 * @param startPage the id of the page that the window opens with; one that does not exist, such as a newer version's, counts
 *     as the first
 * @param dateStyle how days are written
 * @param motion whether anything on the screen may move by itself
 */
public record Appearance(
        Theme theme, Language language, int textPercent, String startPage, DateStyle dateStyle, Motion motion) {
    static final Appearance DEFAULT =
            new Appearance(Theme.SYSTEM, Language.SYSTEM, 100, "overview", DateStyle.SYSTEM, Motion.SYSTEM);

    /** Whether anything may move by itself. */
    public enum Motion {
        /** As the system asks. */
        SYSTEM,
        /** Nothing does, whatever the system asks. */
        REDUCED
    }

    /** How days are written for people; what is exported stays ISO 8601 whatever is chosen. */
    public enum DateStyle {
        /** As the language and the system's country write them. */
        SYSTEM,
        /** 2026-11-28. */
        ISO,
        /** In figures, in the order of the country: 28/11/2026. */
        SHORT,
        /** With the month's whole name: 28 November 2026. */
        LONG
    }

    public Appearance {
        textPercent = Math.clamp(textPercent, 90, 150);
    }

    public Appearance withTheme(Theme newTheme) {
        return new Appearance(newTheme, language, textPercent, startPage, dateStyle, motion);
    }

    public Appearance withLanguage(Language newLanguage) {
        return new Appearance(theme, newLanguage, textPercent, startPage, dateStyle, motion);
    }

    public Appearance withTextPercent(int percent) {
        return new Appearance(theme, language, percent, startPage, dateStyle, motion);
    }

    public Appearance withStartPage(String page) {
        return new Appearance(theme, language, textPercent, page, dateStyle, motion);
    }

    public Appearance withDateStyle(DateStyle style) {
        return new Appearance(theme, language, textPercent, startPage, style, motion);
    }

    public Appearance withMotion(Motion newMotion) {
        return new Appearance(theme, language, textPercent, startPage, dateStyle, newMotion);
    }
}
