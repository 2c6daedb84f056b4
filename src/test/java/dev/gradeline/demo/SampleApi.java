package dev.gradeline.demo;

import java.io.IOException;
import java.time.Duration;

/**
 * The sample's API as a process of its own, so that an installed program can be connected to it with a key in the keychain:
 * {@code --demo} has none. Prints address and key, each on a line, and ends by itself after ten minutes.
 */
public final class SampleApi {
    private SampleApi() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Story story = Story.northwind();
        try (DemoServer server = DemoServer.start(story, DemoClock.at(story.end()))) {
            System.out.println(server.baseUrl());
            System.out.println(DemoServer.KEY);
            System.out.flush();
            Thread.sleep(Duration.ofMinutes(10));
        }
    }
}
