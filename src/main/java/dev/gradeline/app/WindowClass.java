package dev.gradeline.app;

import com.sun.glass.ui.Application;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The name by which a desktop ties windows to the entry that they were started from. JavaFX calls every program “java”
 * unless it is launched as an {@code Application}, and has no public way to say otherwise; the packaged program opens its
 * package for this ({@code installer/launcher.options}).
 */
final class WindowClass {
    /** As {@code StartupWMClass} in {@code installer/linux}. */
    static final String NAME = "Gradeline";

    private static final Logger LOG = LoggerFactory.getLogger(WindowClass.class);

    private WindowClass() {}

    /** Names the windows that are made from now on. JavaFX thread. */
    static void set() {
        try {
            Application.GetApplication().setName(NAME);
        } catch (IllegalAccessError e) {
            LOG.debug("windows are called java", e);
        }
    }
}
