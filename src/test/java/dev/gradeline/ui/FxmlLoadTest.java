package dev.gradeline.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradeline.ui.kit.Fx;
import dev.gradeline.words.Words;
import java.io.ByteArrayInputStream;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.fxml.FXML;
import javafx.fxml.FXMLLoader;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Loads every FXML file that there is, and holds it against its controller: each {@code fx:id} has a field of a type that
 * takes it, each field has an {@code fx:id}, each handler a method. What a page does is its own test's matter, so the
 * controller itself is not made here.
 */
class FxmlLoadTest {
    private static final Path ROOT = Path.of("src/main/resources");
    private static final Pattern CONTROLLER = Pattern.compile(" fx:controller=\"([^\"]+)\"");
    private static final Pattern HANDLER = Pattern.compile(" on[A-Z]\\w*=\"#(\\w+)\"");

    @TestFactory
    List<DynamicTest> everyFileLoads() throws Exception {
        Fx.start();
        try (Stream<Path> files = Files.walk(ROOT)) {
            List<Path> fxml = files.filter(file -> file.toString().endsWith(".fxml"))
                    .sorted()
                    .toList();
            assertThat(fxml).as("FXML files found").hasSizeGreaterThan(8);
            return fxml.stream()
                    .map(file -> DynamicTest.dynamicTest(ROOT.relativize(file).toString(), () -> check(file)))
                    .toList();
        }
    }

    private static void check(Path file) throws Exception {
        String text = Files.readString(file);
        Map<String, Object> ids = load(file, text);
        Matcher named = CONTROLLER.matcher(text);
        assertThat(named.find()).as("%s names its controller", file).isTrue();
        Class<?> controller = Class.forName(named.group(1));
        List<Field> fields = Arrays.stream(controller.getDeclaredFields())
                .filter(field -> field.isAnnotationPresent(FXML.class))
                .toList();
        for (Field field : fields) {
            assertThat(ids.get(field.getName()))
                    .as("%s.%s in %s", controller.getSimpleName(), field.getName(), file)
                    .isInstanceOf(field.getType());
        }
        Matcher handlers = HANDLER.matcher(text);
        while (handlers.find()) {
            String handler = handlers.group(1);
            assertThat(controller.getDeclaredMethods())
                    .as("handlers of %s", controller.getSimpleName())
                    .anyMatch(method -> isHandler(method, handler));
        }
    }

    private static boolean isHandler(Method method, String name) {
        return method.getName().equals(name) && method.isAnnotationPresent(FXML.class);
    }

    private static Map<String, Object> load(Path file, String text) {
        String name = "/" + ROOT.relativize(file).toString().replace('\\', '/');
        URL url = FxmlLoadTest.class.getResource(name);
        assertThat(url).as("%s on the class path", name).isNotNull();
        String alone = HANDLER.matcher(CONTROLLER.matcher(text).replaceAll("")).replaceAll("");
        return Fx.get(() -> {
            FXMLLoader loader = new FXMLLoader(url, new Words(Locale.UK, ZoneOffset.UTC).bundle());
            Object root = loader.load(new ByteArrayInputStream(alone.getBytes(StandardCharsets.UTF_8)));
            assertThat(root).as("root of %s", name).isNotNull();
            return Map.copyOf(loader.getNamespace());
        });
    }
}
