package dev.gradeline.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.image.WritableImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PictureTest {
    @Test
    void aPictureReplacesTheOldOneAsAWhole(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("a.png"), "old");
        Path sameFile = Files.createLink(folder.resolve("other name"), file);

        Picture.write(new WritableImage(2, 2), file);

        assertThat(Files.readAllBytes(file)).startsWith(0x89, 'P', 'N', 'G');
        assertThat(sameFile).as("written in place").hasContent("old");
    }
}
