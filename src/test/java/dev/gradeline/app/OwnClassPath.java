package dev.gradeline.app;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gradeline.settings.SettingsStore;
import java.io.File;
import java.net.URI;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.slf4j.Logger;

/** Of what a child process needs to read and write settings, whoever runs the test. */
final class OwnClassPath {
    private OwnClassPath() {}

    static String get() {
        return Stream.of(
                        OwnClassPath.class,
                        SettingsStore.class,
                        ObjectMapper.class,
                        JsonFactory.class,
                        JsonInclude.class,
                        NullMarked.class,
                        Logger.class)
                .map(each -> each.getProtectionDomain().getCodeSource().getLocation())
                .map(each -> Path.of(URI.create(each.toString())).toString())
                .distinct()
                .collect(Collectors.joining(File.pathSeparator));
    }
}
