package vn.lienthong.crypto.internal.token;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.lienthong.crypto.token.TokenException;
import vn.lienthong.crypto.token.TokenFault;

/**
 * The few functions of a PKCS#11 module that the platform's provider does not offer: which tokens there are, and starting the
 * module anew. One per module and process.
 */
final class Pkcs11Library {

    private static final Logger LOG = LoggerFactory.getLogger(Pkcs11Library.class);
    private static final Map<Path, Pkcs11Library> LOADED = new ConcurrentHashMap<>();
    private static final long OK = 0;
    private static final long ALREADY_INITIALISED = 0x191;
    private static final long OS_LOCKING = 2;
    private static final int INITIALISE_ARGUMENTS = 48;
    private static final int FLAGS_OF_ARGUMENTS = 32;
    private static final int TOKEN_INFO = 256;
    private static final int LABEL_LENGTH = 32;
    private static final int SERIAL_OFFSET = 80;
    private static final int SERIAL_LENGTH = 16;
    private static final int FLAGS_OFFSET = 96;
    private static final int MAX_SLOTS = 4_096;

    private final Pkcs11Functions functions;
    private final ReadWriteLock use = new ReentrantReadWriteLock();

    private Pkcs11Library(Pkcs11Functions functions) {
        this.functions = functions;
    }

    /**
     * A token in a slot.
     *
     * @param slot the number of the slot
     * @param label its name without the padding
     * @param serial its serial number
     * @param flags as in CK_TOKEN_INFO
     */
    record Present(long slot, String label, String serial, long flags) {

        private static final long INITIALISED = 0x400;
        private static final long PIN_FINAL_TRY = 0x20000;
        private static final long PIN_LOCKED = 0x40000;

        boolean isInitialised() {
            return (flags & INITIALISED) != 0;
        }

        /** One more wrong PIN locks it, or it is locked. */
        boolean isPinInDanger() {
            return (flags & (PIN_FINAL_TRY | PIN_LOCKED)) != 0;
        }
    }

    /** The module, loaded and started. */
    static Pkcs11Library of(Path file) throws TokenException {
        Pkcs11Library known = LOADED.get(file);
        if (known != null) {
            return known;
        }
        if (!Files.isReadable(file)) {
            throw new TokenException(TokenFault.LIBRARY_MISSING, "there is no " + file);
        }
        synchronized (LOADED) {
            try {
                Pkcs11Library library =
                        new Pkcs11Library(Pkcs11Functions.of(SymbolLookup.libraryLookup(file, Arena.global())));
                library.start();
                LOADED.put(file, library);
                return library;
            } catch (IllegalArgumentException e) {
                throw new TokenException(TokenFault.LIBRARY_MISSING, "not a PKCS#11 module: " + file, e);
            }
        }
    }

    /** Held in shared mode by whoever works with the module, so that it is not started anew meanwhile. */
    ReadWriteLock use() {
        return use;
    }

    /** The tokens that are there now. */
    List<Present> tokens() throws TokenException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment count = arena.allocate(JAVA_LONG);
            demand(functions.slotList().call((byte) 1, MemorySegment.NULL, count), "C_GetSlotList");
            int slots = (int) Math.min(MAX_SLOTS, count.get(JAVA_LONG, 0));
            MemorySegment ids = arena.allocate(JAVA_LONG, Math.max(1, slots));
            count.set(JAVA_LONG, 0, slots);
            demand(functions.slotList().call((byte) 1, ids, count), "C_GetSlotList");
            List<Present> present = new ArrayList<>();
            for (int i = 0; i < Math.min(slots, count.get(JAVA_LONG, 0)); i++) {
                long id = ids.getAtIndex(JAVA_LONG, i);
                MemorySegment info = arena.allocate(TOKEN_INFO, Long.BYTES);
                // A token that goes away in between is simply not there.
                if (functions.tokenInfo().call(id, info) == OK) {
                    present.add(new Present(
                            id,
                            text(info, 0, LABEL_LENGTH),
                            text(info, SERIAL_OFFSET, SERIAL_LENGTH),
                            info.get(JAVA_LONG, FLAGS_OFFSET)));
                }
            }
            return present;
        }
    }

    private static String text(MemorySegment info, int offset, int length) {
        return new String(info.asSlice(offset, length).toArray(JAVA_BYTE), StandardCharsets.UTF_8).strip();
    }

    /** Starts the module anew: the last resort after its connection broke. Waits until nobody works with it. */
    void restart() throws TokenException {
        use.writeLock().lock();
        try {
            long finished = functions.finish().call(MemorySegment.NULL);
            LOG.debug("C_Finalize answers {}", finished);
            start();
        } finally {
            use.writeLock().unlock();
        }
    }

    private void start() throws TokenException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment arguments = arena.allocate(INITIALISE_ARGUMENTS, Long.BYTES);
            arguments.set(JAVA_LONG, FLAGS_OF_ARGUMENTS, OS_LOCKING);
            long result = functions.initialise().call(arguments);
            if (result != OK && result != ALREADY_INITIALISED) {
                throw failed("C_Initialize", result);
            }
        }
    }

    private static void demand(long result, String function) throws TokenException {
        if (result != OK) {
            throw failed(function, result);
        }
    }

    private static TokenException failed(String function, long result) {
        return new TokenException(TokenFault.FAILED, function + " answers 0x" + Long.toHexString(result));
    }
}
