package vn.lienthong.node.testing;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.lienthong.node.outgoing.LetterForTests;

/** What betrays that a file holds something of a document in the clear. */
public final class Marks {

    /** Tests write this into what must never lie readable on a disk outside the database. */
    public static final String PHRASE = "Chim-khướu-bay-qua-đèo-Hải-Vân";

    private static final List<String> ALL =
            List.of(PHRASE, LetterForTests.SUBJECT, "%PDF-1.", "mimetypeapplication/vnd.etsi.asic-e+zip");
    private static final List<Mark> SOUGHT = ALL.stream()
            .flatMap(text -> Stream.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE)
                    .map(encoding -> new Mark(text, new String(text.getBytes(encoding), StandardCharsets.ISO_8859_1))))
            .toList();
    private static final int BLOCK = 1 << 20;
    private static final int OVERLAP = 512;
    private static final long MOST = 16L << 20;

    private Marks() {}

    /**
     * One of them.
     *
     * @param text as people read it
     * @param octets as it lies in a file, one character per octet
     */
    private record Mark(String text, String octets) {}

    /** The first mark that the file holds from there on; of a large file the beginning and the end are read. */
    static Optional<String> in(FileChannel file, long from) throws IOException {
        long size = file.size();
        long begin = Math.max(0, from - OVERLAP);
        long skipped = Math.max(0, size - begin - 2 * MOST);
        for (long at = begin; at < size; at += BLOCK - OVERLAP) {
            if (skipped > 0 && at >= begin + MOST) {
                at += skipped;
                skipped = 0;
            }
            Optional<String> mark = mark(block(file, at));
            if (mark.isPresent()) {
                return mark;
            }
        }
        return Optional.empty();
    }

    private static String block(FileChannel file, long at) throws IOException {
        ByteBuffer block = ByteBuffer.allocate(Math.toIntExact(Math.clamp(file.size() - at, 0, BLOCK)));
        int read = 0;
        while (block.hasRemaining() && read >= 0) {
            read = file.read(block, at + block.position());
        }
        return new String(block.array(), 0, block.position(), StandardCharsets.ISO_8859_1);
    }

    private static Optional<String> mark(String block) {
        return SOUGHT.stream()
                .filter(mark -> block.contains(mark.octets()))
                .map(Mark::text)
                .findFirst();
    }
}
