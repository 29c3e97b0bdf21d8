export {
  ARTICLE_SECTIONS,
  type Article,
  type ArticleFiles,
  type ArticleFront,
  parseArticle,
  parseArticlePage,
} from './parse-article.js';
