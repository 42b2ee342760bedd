package vn.lienthong.node.trial;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * A line between nodes that can be torn: it passes on octets until it is told to cut, to fall silent or to be slow. TLS goes
 * through it untouched.
 */
final class TearableProxy implements AutoCloseable {

    private static final int BUFFER = 16 << 10;
    private static final int BACKLOG = 64;

    private final ServerSocket listener;
    private final InetSocketAddress target;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicLong forward = new AtomicLong();
    private final AtomicLong backward = new AtomicLong();
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicInteger cuts = new AtomicInteger();
    private final Deque<Long> cutAt = new ArrayDeque<>();
    private volatile boolean silent;
    private volatile long delayNanos;

    private TearableProxy(ServerSocket listener, InetSocketAddress target) {
        this.listener = listener;
        this.target = target;
    }

    /** A line to that port on this machine. */
    static TearableProxy to(int port) throws IOException {
        InetAddress here = InetAddress.getLoopbackAddress();
        TearableProxy proxy = new TearableProxy(new ServerSocket(0, BACKLOG, here), new InetSocketAddress(here, port));
        Thread.ofPlatform().daemon().name("proxy to " + port).start(proxy::accept);
        return proxy;
    }

    /** Where it listens. */
    URI address() {
        return URI.create("https://127.0.0.1:" + listener.getLocalPort());
    }

    /** Octets passed on to the target since the beginning. */
    long forwarded() {
        return forward.get();
    }

    /** Octets passed back since the beginning. */
    long returned() {
        return backward.get();
    }

    /** How many connections it has taken. */
    int connections() {
        return connections.get();
    }

    /** How often it has cut. */
    int cuts() {
        return cuts.get();
    }

    /** Cuts whatever connection passes on the n-th octet from now, for each of the numbers, which grow. */
    synchronized void cutAfter(List<Long> octets) {
        cutAt.clear();
        octets.forEach(number -> cutAt.add(forward.get() + number));
    }

    /** Passes nothing on any more but keeps connections open, as a dead line does. */
    void fallSilent() {
        silent = true;
    }

    /** Waits so long before each piece that it passes on. */
    void slowDown(long millisPerPiece) {
        delayNanos = TimeUnit.MILLISECONDS.toNanos(millisPerPiece);
    }

    /** A good line again; connections that were silent are closed. */
    void heal() {
        delayNanos = 0;
        if (silent) {
            silent = false;
            tearAll();
        }
    }

    /** Closes all connections. */
    void tearAll() {
        open.forEach(TearableProxy::closeQuietly);
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket from = listener.accept();
                connections.incrementAndGet();
                Thread.ofVirtual().start(() -> connect(from));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void connect(Socket from) {
        try (from;
                Socket to = new Socket()) {
            to.connect(target);
            from.setTcpNoDelay(true);
            to.setTcpNoDelay(true);
            open.add(from);
            open.add(to);
            Thread back = Thread.ofVirtual().start(() -> passBack(to, from));
            passForward(from, to);
            back.join();
        } catch (IOException torn) {
            closeQuietly(from);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        } finally {
            open.removeIf(Socket::isClosed);
        }
    }

    private void passForward(Socket from, Socket to) throws IOException {
        byte[] buffer = new byte[BUFFER];
        InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream();
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            pause();
            int allowed = allowed(read);
            out.write(buffer, 0, allowed);
            if (allowed < read) {
                cuts.incrementAndGet();
                // The receiver gets everything up to the cut and then the end; the sender finds its line dead.
                to.shutdownOutput();
                closeQuietly(from);
                return;
            }
        }
        to.shutdownOutput();
    }

    private synchronized int allowed(int read) {
        Long next = cutAt.peek();
        long before = forward.get();
        if (next == null || before + read <= next) {
            forward.addAndGet(read);
            return read;
        }
        cutAt.remove();
        forward.set(next);
        return (int) (next - before);
    }

    private void passBack(Socket from, Socket to) {
        byte[] buffer = new byte[BUFFER];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                pause();
                out.write(buffer, 0, read);
                backward.addAndGet(read);
            }
            to.shutdownOutput();
        } catch (IOException torn) {
            closeQuietly(to);
        } finally {
            closeQuietly(from);
        }
    }

    private void pause() {
        long nanos = delayNanos;
        if (nanos > 0) {
            LockSupport.parkNanos(nanos);
        }
        while (silent) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }

    private static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException gone) {
            // Then it is closed already.
        }
    }

    @Override
    public void close() throws IOException {
        silent = false;
        listener.close();
        tearAll();
    }
}
