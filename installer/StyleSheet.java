import com.sun.javafx.css.parser.Css2Bin;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Makes JavaFX's binary form of a style sheet, the same one each time. JavaFX keeps the classes of a selector in a set of two, and
 * such a set goes through its elements in one of two orders, by a coin that each runtime throws when it starts: so this starts
 * runtimes until one has thrown the side that was chosen here. Other sets go by the hash of objects that have none of their own,
 * which is the same for all with {@code -XX:hashCode=2}.
 *
 * <p>Run in each compilation (execution {@code stylesheet} in the POM, which has the options): {@code java OPTIONS -cp JAVAFX
 * installer/StyleSheet.java CSS BSS}.
 */
final class StyleSheet {
    private static final String SELF = Path.of("installer", "StyleSheet.java").toString();

    /** Asks for the exit code {@link #OTHER_SIDE} instead of another runtime. */
    private static final String ONCE = "gradeline.once";

    private static final int OTHER_SIDE = 3;

    /** So many coins on one side are not seen in the life of this universe. */
    private static final int MOST = 100;

    private StyleSheet() {}

    public static void main(String[] arguments) throws Exception {
        if (Set.of("a", "b").iterator().next().equals("a")) {
            Css2Bin.main(arguments);
            return;
        }
        if (Boolean.getBoolean(ONCE)) {
            System.exit(OTHER_SIDE);
        }
        List<String> again = new ArrayList<>();
        again.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        again.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(option -> option.startsWith("-XX:"))
                .toList());
        again.addAll(List.of("-D" + ONCE + "=true", "-cp", System.getProperty("java.class.path"), SELF));
        again.addAll(List.of(arguments));
        int code = OTHER_SIDE;
        for (int i = 0; i < MOST && code == OTHER_SIDE; i++) {
            code = new ProcessBuilder(again).inheritIO().start().waitFor();
        }
        System.exit(code);
    }
}
