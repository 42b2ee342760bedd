@NullMarked
package vn.lienthong.node.soap.internal.access;

import org.jspecify.annotations.NullMarked;
