package vn.lienthong.node.trial;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;

/** Looks for a text in all files below some directories, octet by octet, in the encodings in which programs leave texts behind. */
final class DiskSearch {

    private static final List<Charset> ENCODINGS = List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE);
    private static final int BLOCK = 1 << 20;

    private DiskSearch() {}

    /** The files that contain the text, the database's own files left out. */
    static List<Path> find(String text, List<Path> directories) throws IOException {
        List<Path> found = new ArrayList<>();
        for (Path directory : directories) {
            Files.walkFileTree(directory, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path visited, BasicFileAttributes attributes) {
                    return visited.endsWith("db") ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    if (contains(file, text)) {
                        found.add(file);
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException gone) {
                    return FileVisitResult.CONTINUE;
                }
            });
        }
        return found;
    }

    private static boolean contains(Path file, String text) throws IOException {
        List<String> wanted = ENCODINGS.stream()
                .map(encoding -> new String(text.getBytes(encoding), StandardCharsets.ISO_8859_1))
                .toList();
        String before = "";
        try (InputStream in = Files.newInputStream(file)) {
            for (byte[] block = in.readNBytes(BLOCK); block.length > 0; block = in.readNBytes(BLOCK)) {
                String window = before + new String(block, StandardCharsets.ISO_8859_1);
                if (wanted.stream().anyMatch(window::contains)) {
                    return true;
                }
                before = window.substring(Math.max(0, window.length() - 2 * text.length()));
            }
        }
        return false;
    }
}
