package io.registrar.dev;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The account PostgreSQL runs under. It refuses to run as root, so root's commands go through a program that lays
 * root's rights down first.
 *
 * @param prefix goes before each command; empty for an ordinary user
 * @param owner whom the server's files must belong to, by name or number, when that is not simply ourselves
 */
record ServerAccount(List<String> prefix, Optional<String> owner) {

    static final ServerAccount OURSELVES = new ServerAccount(List.of(), Optional.empty());

    /**
     * In this order: in a user namespace of its own root still owns its files, so a home open to root only does no
     * harm; containers often forbid that, and allow to become another user.
     */
    static final List<ServerAccount> INSTEAD_OF_ROOT = List.of(
            new ServerAccount(List.of("unshare", "-U", "--"), Optional.of("0")),
            new ServerAccount(
                    List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "--"), Optional.of("65534")),
            new ServerAccount(List.of("runuser", "-u", "nobody", "--"), Optional.of("nobody")));

    static boolean isRoot() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("unix")
                && new UnixSystem().getUid() == 0;
    }

    /** The first account that works on this machine and reaches both the programs and the directory. */
    static ServerAccount choose(List<ServerAccount> candidates, Path program, Path directory) {
        return candidates.stream()
                .filter(account -> account.reaches(program, directory))
                .findFirst()
                .orElseThrow(() -> new CannotStart("PostgreSQL does not run as root, and none of unshare, setpriv and"
                        + " runuser can start it as another user in " + directory + ": run as an ordinary user, or "
                        + CannotStart.USE_A_REAL_SERVER + "."));
    }

    List<String> command(List<String> arguments) {
        List<String> all = new ArrayList<>(prefix);
        all.addAll(arguments);
        return all;
    }

    private boolean reaches(Path program, Path directory) {
        String test = "test \"$(id -u)\" -ne 0 && test -x \"$0\" && test -x \"$1\"";
        try {
            Process probe = new ProcessBuilder(
                            command(List.of("sh", "-c", test, program.toString(), directory.toString())))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return probe.waitFor() == 0;
        } catch (IOException e) {
            // The tool is not installed.
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
