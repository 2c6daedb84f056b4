package dev.gradeline.app;

import dev.gradeline.cli.Faces;
import dev.gradeline.cli.GlobalOptions;
import dev.gradeline.cli.PictureRequest;
import dev.gradeline.cli.Workbench;
import dev.gradeline.words.Words;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Everything that Gradeline draws on a screen or into a picture. */
public final class Windows implements Faces {
    public Windows(Programs programs, Words words) {}

    @Override
    public int window(GlobalOptions options, @Nullable Path demoOutput) {
        throw new IllegalStateException("no window yet");
    }

    @Override
    public void screenshots(Workbench bench, PictureRequest request) {
        throw new IllegalStateException("no window yet");
    }
}
