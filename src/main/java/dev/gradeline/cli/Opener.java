package dev.gradeline.cli;

/** What the command line needs from the composition root. */
public interface Opener {
    /**
     * The workbench of a connection that exists.
     *
     * @throws UsageException when the address is bad, the connection is unknown, or options contradict each other
     */
    Workbench open(GlobalOptions options);

    /**
     * As {@link #open}, and the connection may be a new one.
     *
     * @throws UsageException when the address or the connection's name is bad, or options contradict each other
     */
    Workbench openToConnect(GlobalOptions options);
}
