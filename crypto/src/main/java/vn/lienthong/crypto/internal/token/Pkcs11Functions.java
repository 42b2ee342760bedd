package vn.lienthong.crypto.internal.token;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandleProxies;

/**
 * Functions of a PKCS#11 module (version 2.40, 64 bits), as the C header declares them.
 *
 * @param initialise C_Initialize
 * @param finish C_Finalize
 * @param slotList C_GetSlotList
 * @param tokenInfo C_GetTokenInfo
 */
public record Pkcs11Functions(OfPointer initialise, OfPointer finish, OfList slotList, OfSlot tokenInfo) {

    /** Takes a pointer, or null. */
    @FunctionalInterface
    public interface OfPointer {
        /** Returns CKR_OK or an error. */
        long call(MemorySegment arguments);
    }

    /** Fills a list, or only counts. */
    @FunctionalInterface
    public interface OfList {
        /** Returns CKR_OK or an error. */
        long call(byte present, MemorySegment list, MemorySegment count);
    }

    /** Fills a structure about a slot. */
    @FunctionalInterface
    public interface OfSlot {
        /** Returns CKR_OK or an error. */
        long call(long slot, MemorySegment info);
    }

    /**
     * Finds the functions.
     *
     * @throws IllegalArgumentException if the library does not have them
     */
    static Pkcs11Functions of(SymbolLookup symbols) {
        return new Pkcs11Functions(
                as(OfPointer.class, function(symbols, "C_Initialize", ADDRESS)),
                as(OfPointer.class, function(symbols, "C_Finalize", ADDRESS)),
                as(OfList.class, function(symbols, "C_GetSlotList", JAVA_BYTE, ADDRESS, ADDRESS)),
                as(OfSlot.class, function(symbols, "C_GetTokenInfo", JAVA_LONG, ADDRESS)));
    }

    private static <T> T as(Class<T> type, MethodHandle handle) {
        return MethodHandleProxies.asInterfaceInstance(type, handle);
    }

    private static MethodHandle function(SymbolLookup symbols, String name, MemoryLayout... arguments) {
        return Linker.nativeLinker()
                .downcallHandle(
                        symbols.find(name).orElseThrow(() -> new IllegalArgumentException("no " + name)),
                        FunctionDescriptor.of(JAVA_LONG, arguments));
    }
}
