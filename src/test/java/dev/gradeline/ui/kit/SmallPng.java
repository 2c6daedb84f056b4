package dev.gradeline.ui.kit;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/**
 * Pictures of the window with a palette of at most 256 colours: a third of the size, and on what has flat colours no
 * difference that can be seen. The same picture gives the same bytes.
 */
public final class SmallPng {
    private static final int MOST = 256;
    /** Colours nearer than this, as the sum of squared differences, share one place in the palette. */
    private static final int ALIKE = 40;
    /** A colour of so many pixels, as a part of all, is an area of its own, however near another one is. */
    private static final int AREA = 500;

    private SmallPng() {}

    /** Writes an opaque picture. */
    public static void write(BufferedImage picture, Path file) throws IOException {
        int width = picture.getWidth();
        int height = picture.getHeight();
        int[] pixels = picture.getRGB(0, 0, width, height, null, 0, width);
        Map<Integer, Integer> counts = new HashMap<>();
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] &= 0xFFFFFF;
            counts.merge(pixels[i], 1, Integer::sum);
        }
        List<Integer> palette = palette(counts, pixels.length / AREA);
        byte[] red = new byte[palette.size()];
        byte[] green = new byte[palette.size()];
        byte[] blue = new byte[palette.size()];
        for (int i = 0; i < palette.size(); i++) {
            red[i] = (byte) (palette.get(i) >> 16);
            green[i] = (byte) (palette.get(i) >> 8);
            blue[i] = (byte) (int) palette.get(i);
        }
        Map<Integer, Integer> places = new HashMap<>();
        counts.keySet().forEach(colour -> places.put(colour, nearest(colour, palette)));
        BufferedImage small = new BufferedImage(
                width,
                height,
                BufferedImage.TYPE_BYTE_INDEXED,
                new IndexColorModel(8, palette.size(), red, green, blue));
        byte[] row = new byte[width];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                row[x] = (byte) Objects.requireNonNull(places.get(pixels[y * width + x]))
                        .intValue();
            }
            small.getRaster().setDataElements(0, y, width, 1, row);
        }
        Files.createDirectories(file.toAbsolutePath().getParent());
        encode(small, file);
    }

    /** The colours of areas, and then those that occur most, none of these much like another. */
    private static List<Integer> palette(Map<Integer, Integer> counts, int area) {
        List<Integer> byCount = counts.entrySet().stream()
                .sorted(Map.Entry.<Integer, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .toList();
        if (byCount.size() <= MOST) {
            return byCount;
        }
        List<Integer> palette = new ArrayList<>();
        for (int colour : byCount) {
            boolean wide = Objects.requireNonNull(counts.get(colour)) >= area;
            if (palette.size() < MOST
                    && (wide || palette.isEmpty() || distance(colour, palette.get(nearest(colour, palette))) > ALIKE)) {
                palette.add(colour);
            }
        }
        return palette;
    }

    private static int nearest(int colour, List<Integer> palette) {
        int best = 0;
        int least = Integer.MAX_VALUE;
        for (int i = 0; i < palette.size() && least > 0; i++) {
            int distance = distance(colour, palette.get(i));
            if (distance < least) {
                least = distance;
                best = i;
            }
        }
        return best;
    }

    private static int distance(int a, int b) {
        int red = (a >> 16 & 0xFF) - (b >> 16 & 0xFF);
        int green = (a >> 8 & 0xFF) - (b >> 8 & 0xFF);
        int blue = (a & 0xFF) - (b & 0xFF);
        return red * red + green * green + blue * blue;
    }

    private static void encode(BufferedImage picture, Path file) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        Files.deleteIfExists(file);
        try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(0);
            writer.setOutput(out);
            writer.write(null, new IIOImage(picture, null, null), param);
        } finally {
            writer.dispose();
        }
    }

    /** Reads a picture and writes it small to another place. */
    public static void shrink(Path from, Path to) {
        try {
            BufferedImage read = ImageIO.read(from.toFile());
            if (read == null) {
                throw new IOException("no picture: " + from);
            }
            write(read, to);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
