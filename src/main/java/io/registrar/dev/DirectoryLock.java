package io.registrar.dev;

import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;

/**
 * Decides which JVM looks after a server: the one that holds the file lock starts it, and stops it when the JVM exits.
 * The operating system gives the lock back however the JVM ends, so an orphaned server finds a new owner.
 *
 * <p>A live reload loads this class anew in the same JVM: the lock is then held already, and stays with the first.
 */
final class DirectoryLock {

    private final Path file;
    private Optional<StopAtExit> held = Optional.empty();

    DirectoryLock(Path file) {
        this.file = file;
    }

    /** Takes the lock for this JVM; false when another process has it. */
    boolean hold(List<String> stop, Path pidFile) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock == null) {
                channel.close();
                return false;
            }
            StopAtExit hook = new StopAtExit(lock, new ProcessBuilder(stop), pidFile.toFile());
            Runtime.getRuntime().addShutdownHook(hook);
            held = Optional.of(hook);
            return true;
        } catch (OverlappingFileLockException e) {
            channel.close();
            return true;
        }
    }

    void release() throws IOException {
        if (held.isPresent()) {
            Runtime.getRuntime().removeShutdownHook(held.get());
            held.get().lock.channel().close();
            held = Optional.empty();
        }
    }

    /**
     * Runs when the class loader of this class may have been closed long ago by a live reload: uses the JDK only, and
     * no lambda.
     */
    private static final class StopAtExit extends Thread {

        private final FileLock lock;
        private final ProcessBuilder stop;
        private final File pidFile;

        StopAtExit(FileLock lock, ProcessBuilder stop, File pidFile) {
            super("stop PostgreSQL");
            this.lock = lock;
            this.stop = stop;
            this.pidFile = pidFile;
            stop.redirectErrorStream(true);
            stop.redirectOutput(ProcessBuilder.Redirect.DISCARD);
            stop.directory(pidFile.getParentFile().getParentFile());
        }

        @Override
        public void run() {
            if (pidFile.exists()) {
                try {
                    stop.start().waitFor();
                } catch (IOException e) {
                    System.err.println("PostgreSQL was not stopped: " + e.getMessage());
                } catch (InterruptedException e) {
                    interrupt();
                }
            }
        }
    }
}
