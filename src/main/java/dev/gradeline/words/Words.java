package dev.gradeline.words;

import java.text.MessageFormat;
import java.time.ZoneId;
import java.util.Locale;
import java.util.ResourceBundle;

/** The message bundle for one locale and zone. Immutable; any thread. */
public final class Words {
    private static final String BUNDLE = "dev.gradeline.messages";

    /** English is the bundle without a locale; the system's own language must not step in for another one. */
    private static final ResourceBundle.Control NO_DEFAULT_LOCALE =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final ResourceBundle bundle;
    private final Locale locale;
    private final ZoneId zone;
    private final DateStyle dates;

    /** Words for a locale, with English where a translation is missing, and times in a zone; days as the locale writes them. */
    public Words(Locale locale, ZoneId zone) {
        this(locale, zone, DateStyle.LOCALE);
    }

    /** As above, with days in another style. */
    public Words(Locale locale, ZoneId zone, DateStyle dates) {
        this.bundle = ResourceBundle.getBundle(BUNDLE, locale, NO_DEFAULT_LOCALE);
        this.locale = locale;
        this.zone = zone;
        this.dates = dates;
    }

    /**
     * The message for a key, with {@link MessageFormat} arguments filled in.
     *
     * @throws java.util.MissingResourceException when there is no such key: a defect, which the messages test finds
     */
    public String of(String key, Object... arguments) {
        String pattern = bundle.getString(key);
        return arguments.length == 0 ? pattern : new MessageFormat(pattern, locale).format(arguments);
    }

    /** The bundle itself, for FXML. Its texts are MessageFormat patterns: an apostrophe stands doubled in those with arguments. */
    public ResourceBundle bundle() {
        return bundle;
    }

    public Locale locale() {
        return locale;
    }

    /** The zone in which times are shown. */
    public ZoneId zone() {
        return zone;
    }

    /** How days are written. */
    public DateStyle dates() {
        return dates;
    }
}
