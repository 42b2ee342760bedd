/** Tests of {@code vn.lienthong.node.desk.internal.rest}. */
@NullMarked
package vn.lienthong.node.desk.internal.rest;

import org.jspecify.annotations.NullMarked;
