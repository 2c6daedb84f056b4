package dev.gradeline.app;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.encoder.LayoutWrappingEncoder;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.TimeBasedRollingPolicy;
import ch.qos.logback.core.util.FileSize;
import dev.gradeline.settings.OwnerOnly;
import dev.gradeline.words.Redaction;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.slf4j.LoggerFactory;

/**
 * The log of one data directory: a file for each day, for two weeks, never on the console and never with a key in it.
 * Several processes may write to it at once.
 */
final class Logs implements AutoCloseable {
    private static final String PATTERN =
            "%d{yyyy-MM-dd'T'HH:mm:ss.SSSX, UTC} %-5level [%thread] %logger{20} %msg%n%ex";
    private static final int DAYS = 14;
    private static final FileSize LARGEST_TOTAL = new FileSize(20 * FileSize.MB_COEFFICIENT);

    private static final org.slf4j.Logger LOG = LoggerFactory.getLogger(Logs.class);

    private final Logger root;
    private final PrivateAppender appender;
    private boolean closed;

    /**
     * Starts to log into a folder, which is made as needed, for its owner alone. A folder that cannot be written leaves
     * nothing logged: whoever needs the data directory for more than that says so.
     */
    Logs(Path folder) {
        createPrivately(folder);
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        root = context.getLogger(Logger.ROOT_LOGGER_NAME);
        // the keychain's bus tells of every message
        context.getLogger("org.freedesktop").setLevel(Level.WARN);
        synchronized (root) {
            // of two programs that are open beside each other both would write each line
            appender = root.getAppender(folder.toString()) instanceof PrivateAppender open
                    ? open
                    : begin(context, folder, root);
            appender.users++;
        }
    }

    private static PrivateAppender begin(LoggerContext context, Path folder, Logger root) {
        PrivateAppender appender = new PrivateAppender();
        appender.setContext(context);
        appender.setName(folder.toString());
        // several processes share the file: each locks it for the length of one line
        appender.setPrudent(true);
        appender.setEncoder(encoder(context));
        TimeBasedRollingPolicy<ILoggingEvent> daily = new TimeBasedRollingPolicy<>();
        daily.setContext(context);
        daily.setParent(appender);
        daily.setFileNamePattern(
                folder.resolve("gradeline-%d{yyyy-MM-dd, UTC}.log").toString());
        daily.setMaxHistory(DAYS);
        daily.setTotalSizeCap(LARGEST_TOTAL);
        daily.start();
        appender.setRollingPolicy(daily);
        appender.start();
        root.addAppender(appender);
        return appender;
    }

    /** Each day's file is its owner's alone, also one that an earlier version left open to others. */
    private static final class PrivateAppender extends RollingFileAppender<ILoggingEvent> {
        private int users;

        @Override
        public void openFile(String name) throws IOException {
            OwnerOnly.createFile(Path.of(name));
            super.openFile(name);
        }
    }

    private static void createPrivately(Path folder) {
        try {
            OwnerOnly.createDirectories(folder);
        } catch (IOException e) {
            LOG.warn("no log can be written: {}", e.toString());
        }
    }

    private static LayoutWrappingEncoder<ILoggingEvent> encoder(LoggerContext context) {
        PatternLayout layout = new PatternLayout() {
            @Override
            public String doLayout(ILoggingEvent event) {
                return Redaction.of(super.doLayout(event));
            }
        };
        layout.setContext(context);
        layout.setPattern(PATTERN);
        layout.start();
        LayoutWrappingEncoder<ILoggingEvent> encoder = new LayoutWrappingEncoder<>();
        encoder.setContext(context);
        encoder.setCharset(StandardCharsets.UTF_8);
        encoder.setLayout(layout);
        encoder.start();
        return encoder;
    }

    @Override
    public void close() {
        synchronized (root) {
            if (!closed && --appender.users == 0) {
                root.detachAppender(appender);
                appender.stop();
            }
            closed = true;
        }
    }
}
