package vn.lienthong.node.trial;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Chooses ports and places of a trial once; a second start in the same directory finds them again. */
final class SitePlan {

    private SitePlan() {}

    /** The plan in the directory, or a new one that is written there. */
    static Endpoints in(Path trial, List<Cast.Actor> actors) throws IOException {
        PrivateFiles.createDirectory(trial);
        if (Files.exists(trial.resolve(Endpoints.FILE_NAME))) {
            return Endpoints.read(trial);
        }
        Map<String, List<Cast.Actor>> byNode = new LinkedHashMap<>();
        actors.forEach(actor ->
                byNode.computeIfAbsent(actor.nodeId(), _ -> new ArrayList<>()).add(actor));
        Deque<Integer> ports = freePorts(2 * (byNode.size() + 1));
        Endpoints.Installation directory = new Endpoints.Installation(
                "directory",
                "directory",
                "Danh mục trung tâm / Central directory",
                null,
                List.of(),
                loopback(ports.pop()),
                loopback(ports.pop()),
                null,
                List.of(),
                trial.resolve("directory/keys/anchor.pem").toString(),
                trial.resolve("directory").toString());
        List<Endpoints.Installation> nodes = new ArrayList<>();
        for (List<Cast.Actor> served : byNode.values()) {
            nodes.add(node(trial, served, loopback(ports.pop()), loopback(ports.pop())));
        }
        Endpoints plan = new Endpoints(directory, nodes);
        plan.write(trial);
        return plan;
    }

    private static Endpoints.Installation node(Path trial, List<Cast.Actor> served, URI base, URI exchange) {
        Cast.Actor actor = served.getFirst();
        Path data = trial.resolve(actor.nodeId());
        return new Endpoints.Installation(
                actor.nodeId(),
                "node",
                actor.name(),
                actor.bloc(),
                served.stream().map(Cast.Actor::code).toList(),
                base,
                exchange,
                null,
                List.of(),
                data.resolve("directory/anchor.pem").toString(),
                data.toString());
    }

    private static URI loopback(int port) {
        return URI.create("https://127.0.0.1:" + port);
    }

    // All are held open until the last is found, so that no two are the same.
    private static Deque<Integer> freePorts(int count) throws IOException {
        List<ServerSocket> held = new ArrayList<>();
        try {
            Deque<Integer> ports = new ArrayDeque<>();
            for (int i = 0; i < count; i++) {
                ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                held.add(socket);
                ports.add(socket.getLocalPort());
            }
            return ports;
        } finally {
            for (ServerSocket socket : held) {
                socket.close();
            }
        }
    }
}
