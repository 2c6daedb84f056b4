package dev.gradeline;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/**
 * The string literals of the program, read with the compiler's own parser.
 *
 * @param literals every string literal, with the file it stands in
 * @param calls every {@code something.of("literal", …)} on a value (not on a type such as {@code List})
 * @param joined every literal that is followed by {@code +}, as {@code "page." + id}
 */
record SourceText(List<Literal> literals, List<Call> calls, List<Literal> joined) {

    /** A string literal and the name of its file. */
    record Literal(String text, String file) {}

    /** A message asked for by a literal key, with this many arguments after it. */
    record Call(String key, int arguments, String file) {}

    /** Reads every Java file under a directory. */
    static SourceText under(Path root) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        SourceText text = new SourceText(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
                Stream<Path> paths = Files.walk(root)) {
            List<Path> java =
                    paths.filter(path -> path.toString().endsWith(".java")).toList();
            JavacTask task = (JavacTask) compiler.getTask(
                    null, files, null, List.of("-proc:none"), null, files.getJavaFileObjectsFromPaths(java));
            for (CompilationUnitTree unit : task.parse()) {
                String file =
                        root.toUri().relativize(unit.getSourceFile().toUri()).getPath();
                text.new Reader(file).scan(unit, null);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text;
    }

    private final class Reader extends TreeScanner<@Nullable Void, @Nullable Void> {
        private final String file;

        Reader(String file) {
            this.file = file;
        }

        @Override
        public @Nullable Void visitLiteral(LiteralTree literal, @Nullable Void unused) {
            if (literal.getValue() instanceof String string) {
                literals.add(new Literal(string, file));
            }
            return super.visitLiteral(literal, null);
        }

        @Override
        public @Nullable Void visitBinary(BinaryTree binary, @Nullable Void unused) {
            if (lastOf(binary.getLeftOperand()) instanceof LiteralTree literal
                    && literal.getValue() instanceof String string) {
                joined.add(new Literal(string, file));
            }
            return super.visitBinary(binary, null);
        }

        @Override
        public @Nullable Void visitMethodInvocation(MethodInvocationTree call, @Nullable Void unused) {
            if (call.getMethodSelect() instanceof MemberSelectTree select
                    && select.getIdentifier().contentEquals("of")
                    && isValue(select.getExpression())
                    && !call.getArguments().isEmpty()
                    && call.getArguments().getFirst() instanceof LiteralTree literal
                    && literal.getValue() instanceof String key) {
                calls.add(new Call(key, call.getArguments().size() - 1, file));
            }
            return super.visitMethodInvocation(call, null);
        }

        /** Of {@code a + "b"} the {@code "b"}. */
        private static ExpressionTree lastOf(ExpressionTree expression) {
            return expression instanceof BinaryTree binary ? lastOf(binary.getRightOperand()) : expression;
        }

        /** Types start with a capital letter, values with a small one. */
        private static boolean isValue(ExpressionTree receiver) {
            String source = receiver.toString();
            return Character.isLowerCase(source.charAt(source.lastIndexOf('.') + 1));
        }
    }
}
