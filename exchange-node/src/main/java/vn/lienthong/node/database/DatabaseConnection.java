package vn.lienthong.node.database;

import vn.lienthong.node.platform.Secret;

/**
 * How to log in to a database.
 *
 * @param url JDBC URL without credentials
 * @param user who logs in
 * @param password of that user
 */
public record DatabaseConnection(String url, String user, Secret password) {}
