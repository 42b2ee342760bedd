package vn.lienthong.node;

import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.boot.web.server.PortInUseException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;
import vn.lienthong.node.platform.StartRefusedException;

/** Says why a command failed, and gives the exit code that scripts can rely on. */
final class FailureInPlainWords implements IExecutionExceptionHandler {

    private static final int FAILED = 1;
    private static final int MENDABLE = 3;

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
        Optional<String> mendable =
                causes(failure).flatMap(cause -> mendable(cause).stream()).findFirst();
        command.getErr()
                .println(mendable.map(reason -> "Cannot start: " + reason)
                        .orElseGet(() -> "Failed: " + failure + ". The log in the data directory says more."));
        command.getErr().flush();
        return mendable.isPresent() ? MENDABLE : FAILED;
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
    }

    private static Optional<String> mendable(Throwable cause) {
        return switch (cause) {
            case StartRefusedException refused -> Optional.ofNullable(refused.getMessage());
            case PortInUseException taken ->
                Optional.of("port " + taken.getPort() + " is in use; stop the other program or choose another port");
            default -> Optional.empty();
        };
    }
}
