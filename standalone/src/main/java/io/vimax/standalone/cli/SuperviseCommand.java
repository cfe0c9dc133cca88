package io.vimax.standalone.cli;

import io.vimax.standalone.console.Refusal;
import io.vimax.standalone.home.Home;
import io.vimax.standalone.supervise.Leftovers;
import io.vimax.standalone.supervise.Supervisor;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.StandardOpenOption;

/** The process that owns all others. One per VIMAX_HOME: a lock on a file says so, and goes away with the process. */
final class SuperviseCommand {
    private final Context context;

    SuperviseCommand(Context context) {
        this.context = context;
    }

    int run(Wishes wishes) throws IOException, InterruptedException {
        Home home = context.home().create();
        try (FileChannel channel = FileChannel.open(
                        home.run().resolve("supervisor.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock _ = lock(channel)) {
            new Leftovers(home).stop();
            Supervisor supervisor = new Supervisor(
                    home,
                    new Installation(home, context.dist(), wishes, context.clock()).parts(),
                    context.dist().build().id(),
                    wishes.settings(),
                    context.clock());
            Runtime.getRuntime().addShutdownHook(new Thread(supervisor::stop, "stop"));
            supervisor.start();
            supervisor.awaitStopped();
        }
        return 0;
    }

    private FileLock lock(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return lock;
            }
        } catch (OverlappingFileLockException _) {
            // held by this very process
        }
        throw Refusal.because("Another ViMax runs in " + context.home().folder()
                + "; use it, stop it with './vimax down', or set VIMAX_HOME to another folder.");
    }
}
